/** The bundle is only needed when it is downloaded: import this file lazily. */
export { bundle, fileNameOf, zipBundle } from '../../core/bundle/index.ts'
