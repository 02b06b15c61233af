/** What draws the page, in the chunk `base`: it is set up there, in a task of its own, before the shell is read. */
export { createRoot } from 'react-dom/client'
