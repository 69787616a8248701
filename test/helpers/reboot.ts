/** What Bootstrap 5 has of elements, as far as forms and dialogs have them. */
export const reboot = `
  *, ::before, ::after { box-sizing: border-box }
  body { margin: 0; line-height: 1.5 }
  h2 { margin-top: 0; margin-bottom: .5rem; font-weight: 500; line-height: 1.2; font-size: calc(1.325rem + .9vw) }
  p { margin-top: 0; margin-bottom: 1rem }
  ol, ul { padding-left: 2rem; margin-top: 0; margin-bottom: 1rem }
  label { display: inline-block }
  button { border-radius: 0 }
  button:focus:not(:focus-visible) { outline: 0 }
  input, button, select { margin: 0; font-family: inherit; font-size: inherit; line-height: inherit }
  button, select { text-transform: none }
  select { word-wrap: normal }
  button, [type='button'], [type='reset'], [type='submit'] { -webkit-appearance: button }
  button:not(:disabled), [type='button']:not(:disabled) { cursor: pointer }
`;
