/** How often each element renders from now on, and how many nodes change by that. */
export function watchRenders(elements: readonly Element[]) {
  const renders = new Map(elements.map((element) => [element, 0]));
  const changes = new Map(elements.map((element) => [element, 0]));
  for (const element of elements as (Element & { performUpdate(): void })[]) {
    const update = element.performUpdate.bind(element);
    element.performUpdate = () => {
      renders.set(element, renders.get(element)! + 1);
      update();
    };
    const count = (records: MutationRecord[]) => changes.set(element, changes.get(element)! + records.length);
    new MutationObserver(count).observe(element.shadowRoot!, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
  }
  return { renders, changes };
}
