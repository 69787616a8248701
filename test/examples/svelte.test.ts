import { testBuiltExample } from './built-example.js';
import { viteBuilds } from './vite-builds.js';

testBuiltExample({ name: 'svelte', policies: ['svelte-trusted-html'], ...viteBuilds });
