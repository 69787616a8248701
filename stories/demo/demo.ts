import './choices.js'; // first, so that settings that are switched off are not read
import '../../components/index.js';
import { showOutbox } from './outbox.js';

showOutbox(document.querySelector('#outbox'));
