import { LecternError } from '../../../shared/errors.ts';
import { ruleFault, type Rule } from '../../../shared/rules.ts';
import type { AreaHandlers, Core } from '../../core.ts';
import type { Library } from '../../library/library.ts';
import { phrase } from '../../../shared/messages/phrase.ts';

export function ruleHandlers({
  ports,
  library,
  emit,
}: Core): Omit<AreaHandlers<'rules'>, 'rules.suggest'> {
  const { rules } = library;

  async function put(rule: Rule): Promise<Rule> {
    const fault = ruleFault(rule);
    if (fault !== null) throw new LecternError('bad_input', fault);
    const named = rules.all().find(({ name }) => foldName(name) === foldName(rule.name));
    if (named !== undefined && named.id !== rule.id) {
      throw new LecternError('bad_input', phrase('error.ruleThere', { name: named.name }));
    }
    await rules.put(rule);
    emit('rules.changed', {});
    return rule;
  }

  return {
    'rules.list': () => ({ rules: rules.all() }),
    'rules.create': (rule) => put({ id: ports.ids.next(), ...rule }),
    'rules.update': ({ id, change }) => {
      const before = requireRule(library, id);
      return put({
        id,
        name: change.name ?? before.name,
        site: change.site ?? before.site,
        effect: change.effect ?? before.effect,
        lines: change.lines ?? before.lines,
        on: change.on ?? before.on,
      });
    },
    'rules.delete': async ({ id }) => {
      const gone = requireRule(library, id);
      await rules.remove(id);
      emit('rules.changed', {});
      return gone;
    },
    'rules.restore': async ({ rule }) => {
      await put(rule);
      return {};
    },
  };
}

function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function requireRule({ rules }: Library, id: string): Rule {
  const rule = rules.all().find((one) => one.id === id);
  if (rule === undefined)
    throw new LecternError('not_found', phrase('error.noRule', { id }), { id });
  return rule;
}
