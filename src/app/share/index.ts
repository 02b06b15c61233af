/** The door of share/: designs as links. */

export { followLinks, receiveFragment, receiveLink } from './receive.ts'
export { copyLink, nameThing, share } from './share.ts'
