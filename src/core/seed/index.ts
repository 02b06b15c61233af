/** The door of seed/: the volume that cloud-init's NoCloud finds by its label, as one file. */
export { seedImageFat } from './fat.ts'
export { seedImage } from './iso9660.ts'
export { isSeedFileName, type SeedFile } from './seed-file.ts'
