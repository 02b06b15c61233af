/** The door of output/: the right pane. */
export { markClean } from './marked-since.ts'
export { Output } from './Output.tsx'
export { downloadBytes, downloadFile, type OutputFile, outputFiles } from './output-files.ts'
