/**
 * What makes a name one that neither libvirt nor a file system takes, as a sentence.
 *
 * @returns undefined for a name that is fine
 */
export function nameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'A VM needs a name.'
  if (name === '__proto__') return '`__proto__` can’t be the name of a VM.'
  if (name.includes('/') || name === '.' || name === '..')
    return `\`${name}\` can’t be the name of a VM: it is part of paths, so / and dots alone are out.`
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  return /[\u0000-\u001f\u007f]/.test(name) ? 'The name of a VM can’t hold control characters.' : undefined
}
