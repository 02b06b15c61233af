import type { Reading } from '../reading/index.ts'

/** Takes a variable of QEMU's environment that libvirt has a word for. */
export function takeVariable({ environment }: Reading, name: string): string | undefined {
  const value = environment.get(name)
  environment.delete(name)
  return value
}
