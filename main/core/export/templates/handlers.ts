import type { Template } from '../../../shared/contract/templates.ts';
import { LecternError } from '../../../shared/errors.ts';
import type { AreaHandlers, Core } from '../../core.ts';
import type { Library } from '../../library/library.ts';
import { BUILT_IN } from './built-in.ts';
import { checkTemplate } from './check.ts';
import { phrase } from '../../../shared/messages/phrase.ts';

export function templateHandlers({ ports, library }: Core): AreaHandlers<'templates'> {
  return {
    'templates.list': () => ({
      templates: [
        ...BUILT_IN.map((template) => ({ ...template, builtIn: true })),
        ...library.templates.all().map((template) => ({ ...template, builtIn: false })),
      ],
    }),
    'templates.save': async ({ id, ...text }) => {
      if (BUILT_IN.some((template) => template.id === id)) {
        throw new LecternError('bad_input', phrase('error.builtInTemplate'));
      }
      checkTemplate(text);
      const template: Template = { id: id ?? ports.ids.next(), ...text };
      await library.templates.put(template);
      return template;
    },
    'templates.delete': async ({ id }) => {
      const { templates } = library;
      if (!templates.all().some((template) => template.id === id)) throw unknownTemplate(id);
      await templates.remove(id);
      return {};
    },
  };
}

/** By id or, for people, by name. @throws LecternError not_found */
export function requireTemplate({ templates }: Library, wanted: string): Template {
  const all = [...BUILT_IN, ...templates.all()];
  const fold = (name: string) => name.trim().toLowerCase();
  const found =
    all.find(({ id }) => id === wanted) ?? all.find(({ name }) => fold(name) === fold(wanted));
  if (found === undefined) throw unknownTemplate(wanted);
  return found;
}

function unknownTemplate(id: string): LecternError {
  return new LecternError('not_found', phrase('error.noTemplate', { id }), { id });
}
