/** The door of picture/: a machine drawn, from its completed Domain and what is known of its host. */
export { usbId } from './host-side.ts'
export { layoutOf } from './layout.ts'
export {
  type HostDevice,
  type HostEnd,
  type HostGroup,
  nodeInWords,
  type Picture,
  type PictureNode,
} from './picture.ts'
export { pictureOf } from './picture-of.ts'
export type { Scene, SceneBox, SceneFrame, SceneLine, SceneText } from './scene.ts'
export { outlineOf, renderPictureSvg } from './write-svg.ts'
