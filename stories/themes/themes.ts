/// <reference types="vite/client" />
import consumer from './consumer.css?raw';
import dashboard from './dashboard.css?raw';
import plain from './plain.css?raw';
import shadcn from './shadcn.css?raw';

/** Complete looks, each made of public tokens and parts alone. */
export const themes = {
  plain: { title: 'Plain', css: plain },
  dashboard: { title: 'Dense dashboard', css: dashboard },
  consumer: { title: 'Rounded consumer', css: consumer },
  shadcn: { title: 'shadcn/ui', css: shadcn },
};
