/** The door of bundle/: everything that it takes to run one VM, as files or as one zip. */
export { type Bundle, bundle } from './bundle.ts'
export { type BundleFile, fileMode } from './bundle-file.ts'
export { bundleFindings } from './bundle-findings.ts'
export { describeVm } from './describe-vm.ts'
export { fileNameOf } from './file-name.ts'
export { neededFiles, rootDiskOf } from './needed-files.ts'
export { zipBundle } from './zip-bundle.ts'
