import { css } from 'lit';

export const mfaStyles = css`
  .totp {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: start;
  }
  .totp-key {
    flex: 1 1 14rem;
    display: grid;
    gap: 0.25rem;
    justify-items: start;
  }
  .totp-key > span {
    font-weight: 550;
  }
  /* Black on white whatever the theme is: cameras expect it. */
  [part~='qr'] {
    inline-size: 11rem;
    max-inline-size: 100%;
    flex: none;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.5);
    background: #fff;
    fill: #000;
    forced-color-adjust: none;
    shape-rendering: crispEdges;
  }
  code {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
  }
  [part~='key'] {
    margin-block-end: 0.25rem;
    user-select: all;
    overflow-wrap: normal;
    text-wrap: balance;
  }
  [part~='link'] {
    display: none;
    align-content: center;
    min-block-size: 2.5em;
    color: var(--_accent-text);
    font-weight: 550;
  }
  /* The device that would scan the code cannot scan itself. */
  @media (any-pointer: coarse) {
    [part~='link'] {
      display: inline-block;
    }
  }
  [part~='codes'] {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.25rem var(--_space);
    inline-size: 100%;
    max-inline-size: 22rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  [part~='code'] {
    min-block-size: 1.75em;
  }
  [part~='code'] s {
    color: var(--_muted);
  }
  .used {
    font-size: 0.85em;
    color: var(--_muted);
  }
  [part~='form'] [role='status']:empty {
    margin-block-start: calc(var(--_space) * -0.75);
  }
  .sheet {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    border: 0;
    opacity: 0;
    pointer-events: none;
  }
`;
