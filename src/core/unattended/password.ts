/** The password that create.sh makes up: only its hash is in the files, and a stand-in for that in the bundle. */

/**
 * Stands for the hash until create.sh puts the true one in: as long as one of SHA-512 with a salt of 16 characters
 * (crypt(5)), so that nothing moves in the image. No password has it, since nobody has computed it.
 */
export const placeholderHash = `$6$PutInByCreateSh0$${'.'.repeat(86)}`
