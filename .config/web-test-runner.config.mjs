import { chromium } from '../test/engines/chromium.mjs';
import { configFor } from './web-test-runner.shared.mjs';

export default await configFor(chromium);
