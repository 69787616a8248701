import { testBuiltExample } from './built-example.js';
import { viteBuilds } from './vite-builds.js';

testBuiltExample({ name: 'vue', policies: ['vue'], ...viteBuilds });
