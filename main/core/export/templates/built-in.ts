import type { Template } from '../../../shared/contract/templates.ts';

const OBSIDIAN: Template = {
  id: 'obsidian',
  name: 'Obsidian',
  properties: 'all',
  links: 'wiki',
  head: `# {{ title | markdown }}
{%- if articleNote != '' %}

{{ articleNote }}
{%- endif %}

## Highlights`,
  passage: `{{ text | blockquote }}

^{{ id }}
{%- if orphan %}

*(This passage is not found in the text any more.)*
{%- endif %}
{%- if note != '' %}

{{ note }}
{%- endif %}
{%- if tags.size > 0 %}

{{ tags | hashtags }}
{%- endif %}`,
};

const LOGSEQ: Template = {
  id: 'logseq',
  name: 'Logseq',
  properties: 'all',
  links: 'logseq',
  head: `- # {{ title | markdown }}
{%- if articleNote != '' %}
  - {{ articleNote | indent: 4 }}
{%- endif %}`,
  passage: `- > {{ text | oneline | markdown }}
  id:: {{ uuid }}
  anchor:: {{ id }}
{%- if orphan %}
  - *(This passage is not found in the text any more.)*
{%- endif %}
{%- if note != '' %}
  - {{ note | indent: 4 }}
{%- endif %}
{%- if tags.size > 0 %}
  - {{ tags | hashtags }}
{%- endif %}`,
};

const PLAIN: Template = {
  id: 'plain',
  name: 'Plain',
  properties: 'id',
  links: 'wiki',
  head: `{{ title }}
{%- if author != '' %}
{{ author }}
{%- endif %}
{%- if published != '' %}
{{ published }}
{%- endif %}
{%- if url != '' %}
{{ url }}
{%- endif %}
{%- if articleNote != '' %}

{{ articleNote }}
{%- endif %}`,
  passage: `“{{ text }}”
{%- if orphan %}

(This passage is not found in the text any more.)
{%- endif %}
{%- if note != '' %}

{{ note }}
{%- endif %}
{%- if tags.size > 0 %}

Tags: {{ tags | join: ', ' }}
{%- endif %}

[{{ id }}]`,
};

export const BUILT_IN: readonly Template[] = [OBSIDIAN, LOGSEQ, PLAIN];
