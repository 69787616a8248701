/** JSON that may stand in a page: without `<` no word of a tenant can end the `<script>` around it, or begin another. */
export const embeddableJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, undefined, indent).replaceAll('<', '\\u003c');
