import { testBuiltExample } from './built-example.js';
import { viteBuilds } from './vite-builds.js';

testBuiltExample({ name: 'react', policies: [], ...viteBuilds });
