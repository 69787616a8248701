import '../../components/index.js';
import { showOutbox } from './outbox.js';

showOutbox(document.querySelector('#outbox'));
