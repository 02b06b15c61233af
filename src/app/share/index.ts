/** The door of share/: designs as links, and as bundles. */

export { downloadBundle } from './download-bundle.ts'
export { followLinks, receiveFragment, receiveLink } from './receive.ts'
export { share } from './share.ts'
