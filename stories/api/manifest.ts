import manifest from '../../custom-elements.json';

/** What is said of one attribute, event, part and so on. */
export interface Entry {
  name: string;
  description?: string;
  type?: { text: string };
  default?: string;
}

interface Member extends Entry {
  kind: string;
  attribute?: string;
  readonly?: boolean;
  parameters?: Entry[];
  return?: { type?: { text: string } };
}

/** One public element, as custom-elements.json describes it. */
export interface Tag {
  tagName: string;
  summary?: string;
  description?: string;
  attributes?: (Entry & { fieldName?: string })[];
  members?: Member[];
  events?: Entry[];
  slots?: Entry[];
  cssParts?: Entry[];
  cssStates?: Entry[];
  cssProperties?: Entry[];
}

const tags = manifest.modules
  .flatMap(({ declarations }) => declarations as unknown as Tag[])
  .filter((it) => it.tagName);

export const findTag = (name: string): Tag | undefined => tags.find(({ tagName }) => tagName === name);

/** Every public token, which all elements share. */
export const tokens: readonly Entry[] = [
  ...new Map(tags.flatMap(({ cssProperties = [] }) => cssProperties).map((token) => [token.name, token])).values(),
];
