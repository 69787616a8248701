import { css } from 'lit';

export const socialLinksStyles = css`
  .provider {
    display: flex;
    gap: var(--_icon-gap);
    align-items: center;
  }
  [part~='logo'] {
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
    object-fit: contain;
    flex: none;
  }
  [part~='logo'][hidden] {
    display: none;
  }
`;
