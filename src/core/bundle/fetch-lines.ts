/** Lines of create.sh that fetch a file that several VMs may stand on. */
import { pathWord, word } from './shell-words.ts'

export interface Fetched {
  readonly url: string
  /** Where it is kept. */
  readonly file: string
  /** Kind of checksum. */
  readonly type: string
  readonly wanted: string | undefined
}

/**
 * `$image` is the file afterwards. The lock is on the directory: another VM may want the same one at the same time.
 *
 * @param indent before each line; words of the author stand in them, so that they are never indented afterwards
 */
export function fetchLines(indent: string, { url, file, type, wanted = '' }: Fetched): string {
  const sum = word(wanted.toLowerCase())
  return `${indent}url=${word(url)}
${indent}image=${pathWord(file)}
${indent}(umask 022 && mkdir -p -- "$(dirname -- "$image")")
${indent}exec 9<"$(dirname -- "$image")"
${indent}flock -n 9 || { say "Another create.sh fetches an image. Waiting for it." && flock 9; }
${indent}if ! [ -e "$image" ]; then
${indent}  begin_file "$image"
${indent}  say "Fetching $url"
${indent}  fetch "$url" "$part" || fail "The image can not be fetched: $url"
${indent}  check_sum ${type} ${sum} "$part" || fail "The ${type} of what came from $url is $sum, and the design wants ${wanted === '' ? '' : sum}. It is not kept."
${indent}  chmod 644 -- "$part"
${indent}  mv -- "$part" "$image"
${indent}  part=
${indent}  did "The image is fetched: $image"
${indent}else
${indent}  check_sum ${type} ${sum} "$image" || fail "The ${type} of $image is $sum, and the design wants ${wanted === '' ? '' : sum}. Delete it to have it fetched again."
${indent}fi
${indent}exec 9<&-
`
}
