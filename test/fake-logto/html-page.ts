const styles = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { display: grid; place-items: center; min-height: 100vh; margin: 0; background: light-dark(#f4f3f8, #16151d); }
  main { box-sizing: border-box; width: min(26rem, 100%); padding: 2rem; border-radius: 1rem; background: light-dark(#fff, #211f2b); }
  h1 { margin: 0; font-size: 1.5rem; }
  form, label { display: grid; gap: 0.25rem; }
  form { gap: 1rem; margin-block-start: 1.5rem; }
  input, button { padding: 0.625rem 0.75rem; border-radius: 0.5rem; font: inherit; }
  input { border: 1px solid light-dark(#77738a, #9590a8); background: transparent; color: inherit; }
  button { border: 0; background: #5d34f2; color: #fff; cursor: pointer; }
  .actions { display: flex; align-items: center; gap: 1rem; margin-block-start: 1.5rem; }
  a { color: light-dark(#5d34f2, #af9eff); }
  :focus-visible { outline: 3px solid light-dark(#5d34f2, #af9eff); outline-offset: 2px; }
  [role='alert'] { margin: 0; color: light-dark(#b3261e, #ffb4ab); }
  .note { margin: 1.5rem 0 0; color: light-dark(#55516a, #b9b4cc); }
  .note strong { white-space: nowrap; }
`;

/** A whole page in the stand-in's look. */
export function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${escapeHtml(title)}</title>
    <link rel="icon" href="data:,">
    <style>${styles}</style>
  </head>
  <body>
    <main>${content}</main>
  </body>
</html>
`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A page that says one thing, for example that an authorization request was wrong. */
export function messagePage(message: string): string {
  return page('Stand-in tenant', `<h1>Stand-in tenant</h1><p>${escapeHtml(message)}</p>`);
}
