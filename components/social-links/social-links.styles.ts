import { css } from 'lit';

export const socialLinksStyles = css`
  .pictured {
    display: flex;
    gap: 0.6em;
    align-items: center;
  }
  :is([part~='logo'], [part~='picture']) {
    inline-size: 1.5em;
    block-size: 1.5em;
    object-fit: contain;
    flex: none;
  }
  [part~='picture'] {
    border-radius: 50%;
    object-fit: cover;
  }
  :is([part~='logo'], [part~='picture'])[hidden] {
    display: none;
  }
`;
