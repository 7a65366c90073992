import { whenReady } from './forms.js';

whenReady();
