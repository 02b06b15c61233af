/** The words of a virtiofsd to the settings of a share. The way back of virtiofs.ts; virtiofsd's manual. */
import type { Filesystem } from './filesystem-properties.ts'

/** `--cache never` and `--cache=never`; the C program of old says `-o cache=none`. */
export function virtiofsdSettings(
  words: readonly string[],
): Pick<Filesystem, 'binary' | 'readonly' | 'idmap'> {
  const cache = wordOf(words, 'cache')
  const sandbox = wordOf(words, 'sandbox')
  const threads = wordOf(words, 'thread-pool-size')
  const files = wordOf(words, 'rlimit-nofile')
  const binary: Filesystem['binary'] = {
    ...(words[0]?.startsWith('/') === true ? { path: words[0] } : {}),
    ...(words.includes('--xattr') || wordOf(words, 'xattr') !== undefined ? { xattr: 'on' } : {}),
    ...(cache === 'always' ? { cache } : cache === 'never' || cache === 'none' ? { cache: 'none' } : {}),
    ...(sandbox === 'namespace' || sandbox === 'chroot' ? { sandbox } : {}),
    ...(threads === undefined ? {} : { thread_pool: threads }),
    ...(files !== undefined && /^\d+$/.test(files) ? { openfiles: Number(files) } : {}),
  }
  const uid = idRanges(words, '--uid-map')
  const gid = idRanges(words, '--gid-map')
  return {
    ...(Object.keys(binary).length === 0 ? {} : { binary }),
    ...(uid.length + gid.length === 0 ? {} : { idmap: { uid, gid } }),
    ...(words.includes('--readonly') ? { readonly: true } : {}),
  }
}

/** `:0:1000:1:`, id in the guest, id on the host and count between two separators of any kind. */
function idRanges(
  words: readonly string[],
  name: string,
): { start: number; target: number; count: number }[] {
  return words.flatMap((word, index) => {
    const value =
      words[index - 1] === name ? word : word.startsWith(`${name}=`) ? word.slice(name.length + 1) : ''
    const match = /^(\D)(\d+)\1(\d+)\1(\d+)\1$/.exec(value)
    if (match === null) return []
    const [start = 0, target = 0, count = 1] = match.slice(2).map(Number)
    return [{ start, target, count }]
  })
}

function wordOf(words: readonly string[], name: string): string | undefined {
  for (const [index, word] of words.entries()) {
    if (word === `--${name}`) {
      const next = words[index + 1]
      return next?.startsWith('-') === true ? '' : next
    }
    if (word.startsWith(`--${name}=`)) return word.slice(name.length + 3)
    const old =
      words[index - 1] === '-o' ? word.split(',').find((part) => part.startsWith(`${name}=`)) : undefined
    if (old !== undefined) return old.slice(name.length + 1)
  }
  return undefined
}
