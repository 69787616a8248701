import type { AccountSettings } from '../../src/settings/account-settings.js';

/** Hands the tenant's brand color down to the elements. Without one, or with one that is no color, they do without. */
export function applyBrand(root: ShadowRoot, brand: AccountSettings['brandColor'] | undefined) {
  const sheet = sheetOf(root);
  const [light, dark] = [asColor(brand?.light), asColor(brand?.dark)];
  sheet.replaceSync(light ? `:host { --_logto-brand: ${dark ? `light-dark(${light}, ${dark})` : light}; }` : '');
}

const sheets = new WeakMap<ShadowRoot, CSSStyleSheet>();

function sheetOf(root: ShadowRoot): CSSStyleSheet {
  let sheet = sheets.get(root);
  if (!sheet) {
    sheets.set(root, (sheet = new CSSStyleSheet()));
    root.adoptedStyleSheets.push(sheet);
  }
  return sheet;
}

/** Logto's console knows hexadecimal colours only. Any other CSS could load something, or break the sheet. */
const asColor = (value: string | undefined) =>
  value && /^#[\da-f]{3,8}$/i.test(value) && CSS.supports('color', value) ? value : undefined;
