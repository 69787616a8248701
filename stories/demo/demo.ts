import '../../components/index.js';
