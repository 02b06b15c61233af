/** Who logs in, and what has to be done so that this user is there. */
import type { Design } from '../spec/index.ts'
import { withGuestWords } from '../systems/index.ts'

/**
 * - `image`: nobody was named; the user that the image makes by itself
 * - `root`
 * - `declared`: one of cloud_init.users
 * - `adopted`: there already, as base_user of an image or in the disk of another VM
 * - `created`
 */
export type Login =
  | { readonly kind: 'image' }
  | { readonly kind: 'root' | 'declared' | 'adopted' | 'created'; readonly name: string }

/** The user of `ssh.user`, else the image's `base_user`. */
export function loginOf(design: Design): Login {
  const { ssh, source, cloud_init } = withGuestWords(design.spec)
  const name = notBlank(ssh?.user) ?? notBlank(source?.base_user)
  if (name === undefined) return { kind: 'image' }
  if (cloud_init?.users?.some((user) => user.name === name)) return { kind: 'declared', name }
  if (name === 'root') return { kind: 'root', name }
  const comesWithDisk = source?.kind === 'clone' || source?.kind === 'imported'
  return { kind: comesWithDisk || name === source?.base_user ? 'adopted' : 'created', name }
}

export function notBlank(text: string | undefined): string | undefined {
  return text !== undefined && /\S/.test(text) ? text : undefined
}
