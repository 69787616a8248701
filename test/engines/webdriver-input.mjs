/** Keys without a character, as WebDriver writes them: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const named = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

export function keyboardOf(driver) {
  const down = (key) => ({ type: 'keyDown', value: valueOf(key) });
  const up = (key) => ({ type: 'keyUp', value: valueOf(key) });
  return {
    down: (key) => driver.keys([down(key)]),
    up: (key) => driver.keys([up(key)]),
    press: (key) => driver.keys([down(key), up(key)]),
    type: (text) => driver.keys([...text].flatMap((key) => [down(key), up(key)])),
  };
}

function valueOf(key) {
  const value = key.length === 1 ? key : named[key];
  if (!value) throw new Error(`There is no key "${key}" in ${import.meta.url} yet.`);
  return value;
}

export function mouseOf(driver) {
  const buttons = { left: 0, middle: 1, right: 2 };
  const move = (x, y) => ({ type: 'pointerMove', x, y, origin: 'viewport' });
  const down = ({ button = 'left' } = {}) => ({ type: 'pointerDown', button: buttons[button] });
  const up = ({ button = 'left' } = {}) => ({ type: 'pointerUp', button: buttons[button] });
  return {
    move: (x, y) => driver.pointer([move(x, y)]),
    down: (options) => driver.pointer([down(options)]),
    up: (options) => driver.pointer([up(options)]),
    click: (x, y, options) => driver.pointer([move(x, y), down(options), up(options)]),
  };
}
