import { themes } from '../themes/themes.js';

/** The switches above the page: a theme of the project, and the page as it is without settings. Only the demo has them. */
const form = document.querySelector<HTMLFormElement>('#choices');
const address = form?.dataset['settings'];
if (form && address) showChoices(form, address);

function showChoices(form: HTMLFormElement, address: string) {
  const { theme, settings } = form.elements as unknown as { theme: HTMLSelectElement; settings: HTMLInputElement };
  const provider = document.querySelector('logto-account-provider');
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  theme.append(...Object.entries(themes).map(([name, { title }]) => new Option(title, name)));
  // The way back from signing in has no query, so the tab remembers what was chosen.
  theme.value = sessionStorage.getItem('theme') ?? '';
  settings.checked = sessionStorage.getItem('settings') !== 'off';

  const apply = () => {
    sheet.replaceSync(theme.value in themes ? themes[theme.value as keyof typeof themes].css : '');
    if (settings.checked) provider?.setAttribute('settings-src', address);
    else provider?.removeAttribute('settings-src');
    sessionStorage.setItem('theme', theme.value);
    sessionStorage.setItem('settings', settings.checked ? 'on' : 'off');
  };
  form.addEventListener('change', apply);
  apply();
  form.hidden = false;
}
