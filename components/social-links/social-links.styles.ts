import { css } from 'lit';

export const socialLinksStyles = css`
  .provider {
    display: flex;
    gap: 0.6em;
    align-items: center;
  }
  [part~='logo'] {
    inline-size: 1.5em;
    block-size: 1.5em;
    object-fit: contain;
    flex: none;
  }
  [part~='logo'][hidden] {
    display: none;
  }
`;
