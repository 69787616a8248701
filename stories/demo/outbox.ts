interface SentCode {
  to: string;
  code: string;
  sentAt: number;
}

/** Shows the codes that the stand-in tenant "sends". A real tenant sends them for real: then there is no panel. */
export function showOutbox(panel: HTMLElement | null) {
  const url = panel?.dataset['src'];
  if (!panel || !url) return;
  panel.hidden = false;
  const list = panel.querySelector('ol');
  const refresh = async () => {
    const codes = await fetch(url)
      .then((response) => response.json() as Promise<SentCode[]>)
      .catch(() => []);
    list?.replaceChildren(...codes.reverse().map(asItem));
  };
  void refresh();
  setInterval(() => void refresh(), 1500);
}

function asItem({ to, code, sentAt }: SentCode): HTMLElement {
  const item = document.createElement('li');
  const strong = document.createElement('strong');
  strong.textContent = code;
  item.append(strong, ` to ${to}, ${new Date(sentAt).toLocaleTimeString()}`);
  return item;
}
