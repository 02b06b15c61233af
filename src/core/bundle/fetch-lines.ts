/** Lines of create.sh that fetch a file that several VMs may stand on. */
import type { ImageCheck } from './image-check.ts'
import { pathWord, word } from './shell-words.ts'

export interface Fetched {
  readonly url: string
  /** Where it is kept. */
  readonly file: string
  readonly check: ImageCheck
  /** The program that unpacks what comes. */
  readonly packer?: string | undefined
  /** When it comes, and not again each time: the publisher's sum, and that of what was packed. */
  readonly isCheckedOnce?: boolean
}

/** `$image` is the file afterwards. The lock is on the directory: another VM may want the same one at the same time. */
export function fetchLines({ url, file, check, packer, isCheckedOnce = false }: Fetched): string {
  return `  url=${word(url)}
  image=${pathWord(file)}
  (umask 022 && mkdir -p -- "$(dirname -- "$image")")
  exec 9<"$(dirname -- "$image")"
  flock -n 9 || { say "Another create.sh fetches an image. Waiting for it." && flock 9; }
  if ! [ -e "$image" ]; then
${check.before}    begin_file "$image"
    say "Fetching $url"
    fetch "$url" "$part" || fail "The image can not be fetched: $url"
    check_sum ${check.wanted} "$part" || fail "The ${check.type} of what came from $url is $sum, and ${check.whose} ${check.sum}. It is not kept."
${packer === undefined ? '' : `    unpack ${packer} "$image"\n`}    chmod 644 -- "$part"
    mv -- "$part" "$image"
    part=
    did "The image is fetched: $image"
${
  isCheckedOnce
    ? ''
    : `  else
    check_sum ${check.wanted} "$image" || fail "The ${check.type} of $image is $sum, and ${check.whose} ${check.sum}. Delete it to have it fetched again."
`
}  fi
  exec 9<&-
`
}
