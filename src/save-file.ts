/** Has the browser save a text as a file. Nothing leaves the page. */
export function saveFile(fileName: string, text: string, type: 'application/json' | 'text/plain') {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000); // once the browser has taken it
}
