/** What a user without a mouse and a screen would have noticed. */
export interface Witness {
  /** What screen readers were given to announce, in order: `status: Saved.`, `alert: …`. */
  announced: string[];
  /** Where the focus was when it was lost to the page itself, for longer than a blink. */
  lost: string[];
}

/** Milliseconds for which nothing may have the focus: a row is drawn anew, then the focus is put there, also on a slow machine. */
const blink = 1000;

/** Runs in every page before anything else, as text, so it needs no helper of the compiler's. */
export const witness = `{
  const seen = (window.witness = { announced: [], lost: [] });
  const live = '[role="status"], [role="alert"], [role="log"], [aria-live]';
  const textOf = (region) => region.textContent.replace(/\\s+/g, ' ').trim();
  const isHidden = (region) => !region.checkVisibility({ visibilityProperty: true });

  const watch = (root) =>
    new MutationObserver((records) => {
      const changed = new Set();
      for (const { target, type, addedNodes } of records) {
        const added = type === 'characterData' ? [target] : [...addedNodes];
        const counts = added.filter((node) => node.nodeType === Node.TEXT_NODE || node.nodeType === Node.ELEMENT_NODE);
        if (counts.length === 0) continue;
        const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
        const around = element && element.closest(live);
        if (around) changed.add(around);
        // A status that comes with its text is read by few screen readers; an alert by all.
        for (const node of counts)
          if (node.nodeType === Node.ELEMENT_NODE)
            for (const each of [node, ...node.querySelectorAll('[role="alert"]')])
              if (each.matches('[role="alert"]')) changed.add(each);
      }
      for (const region of changed) {
        const text = textOf(region);
        if (text && region.isConnected && !isHidden(region))
          seen.announced.push((region.getAttribute('role') || region.ariaLive) + ': ' + text);
      }
    }).observe(root, { childList: true, subtree: true, characterData: true });

  watch(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    watch(root);
    return root;
  };

  let before = '';
  let since = 0;
  const look = (now) => {
    let active = document.activeElement;
    while (active && active.shadowRoot && active.shadowRoot.activeElement) active = active.shadowRoot.activeElement;
    const isLost = !active || active === document.body || active === document.documentElement || !active.isConnected;
    since = isLost ? since || now : 0;
    if (isLost && before && now - since > ${blink}) {
      seen.lost.push(before);
      before = '';
    }
    if (!isLost) before = active.ariaLabel || textOf(active) || active.name || active.localName;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}`;
