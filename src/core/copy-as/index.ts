/** The door of copy-as/: a design as a text to paste somewhere else. */
export { definePaste } from './define-paste.ts'
export { forumPost } from './forum-post.ts'
