import { css } from 'lit';

/** For `badge`. */
export const badgeStyles = css`
  [part~='badge'] {
    --_tone: currentColor;
    display: inline-flex;
    gap: 0.45em;
    align-items: center;
    padding: 0.1em 0.65em;
    border: 1px solid transparent; /* a line where the system chooses the colors */
    border-radius: 999px;
    background: color-mix(in srgb, var(--_tone) 12%, transparent);
    color: color-mix(in oklab, var(--_tone) 75%, currentColor);
    font-size: 0.85em;
    font-weight: 550;
    line-height: 1.5;
  }
  [part~='badge']::before {
    content: '';
    flex: none;
    inline-size: 0.45em;
    block-size: 0.45em;
    border-radius: 50%;
    background: currentColor;
  }
  .success {
    --_tone: var(--_success);
  }
  .accent {
    --_tone: var(--_accent);
  }
  .warning {
    --_tone: var(--_warning);
  }
  .neutral::before {
    content: none;
  }
  @media (forced-colors: active) {
    [part~='badge']::before {
      content: none; /* it would be as the page behind it */
    }
  }
`;
