import { css } from 'lit';

export const tokenStyles = css`
  [part~='token'] {
    display: block;
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    overflow-wrap: anywhere;
    user-select: all;
  }
`;
