/** The door of seed/: files as one image, as those find them who are told by it: cloud-init, installers. */
export { cpioArchive } from './cpio.ts'
export { seedImageFat } from './fat.ts'
export { seedImage } from './iso9660.ts'
export { isSeedFileName, type SeedFile } from './seed-file.ts'
