/** Starts the gallery; only the development server knows this page. */
import { createRoot } from 'react-dom/client';
import '../styles/tokens.css';
import { Gallery } from './Gallery';

const theme = new URLSearchParams(window.location.search).get('theme');
if (theme !== null) document.documentElement.dataset.theme = theme;
const root = document.getElementById('root');
if (root === null) throw new Error('gallery.html has no #root');
createRoot(root).render(<Gallery />);
