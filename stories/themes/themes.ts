/// <reference types="vite/client" />
import consumer from './consumer.css?inline';
import dashboard from './dashboard.css?inline';
import plain from './plain.css?inline';

/** Complete looks, each made of public tokens and parts alone. */
export const themes = {
  plain: { title: 'Plain', css: plain },
  dashboard: { title: 'Dense dashboard', css: dashboard },
  consumer: { title: 'Rounded consumer', css: consumer },
};
