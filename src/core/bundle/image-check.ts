import { type ImageSource, isFetched, lastOf, publishedSums } from './image-source.ts'
import { pathWord, word } from './shell-words.ts'

interface Checksum {
  readonly type?: string | undefined
  readonly value?: string | undefined
}

/** How the script knows that an image is the one that is wanted. */
export interface ImageCheck {
  /** Lines that find out the sum, before the image is there. */
  readonly before: string
  /** Words for check_sum: the kind of sum and the sum. */
  readonly wanted: string
  /** The same in a message, between double quotes. */
  readonly type: string
  readonly sum: string
  readonly whose: string
}

/** By the sum that the design says; one that is not said is none that an image could have. */
export function checkOfSum({ type = 'sha256', value = '' }: Checksum = {}): ImageCheck {
  const sum = value.toLowerCase()
  // Only digits stand in a message as they are.
  const shown = /^[0-9a-f]*$/.test(sum) ? sum : 'another'
  return { before: '', wanted: `${type} ${word(sum)}`, type, sum: shown, whose: 'the design wants' }
}

/** By the design's sum, else by the file of sums that the publisher has beside the image. */
export function checkOf(source: ImageSource): ImageCheck {
  const sums = publishedSums(source)
  if (sums === undefined) return checkOfSum(source.checksum)
  const name = lastOf(source.url ?? '')
  const isAlone = lastOf(sums).startsWith(`${name}.`)
  const read = isFetched(sums) ? `fetch ${word(sums)} -` : `cat -- ${pathWord(sums)}`
  const before = `  sums=${word(sums)}
  wanted=$(${read} | sum_in ${word(name)} ${isAlone ? 'yes' : 'no'})
  [ -n "$wanted" ] || fail ${word(`There is no SHA-256 or SHA-512 of ${name} in the publisher's file, so the image can not be checked: ${sums}`)}
  sum_type=sha256
  [ "\${#wanted}" = 64 ] || sum_type=sha512
`
  return {
    before,
    wanted: '"$sum_type" "$wanted"',
    type: '$sum_type',
    sum: '$wanted',
    whose: '$sums says',
  }
}

/** Holds a file that is there against it. */
export function checkLine({ wanted, type, sum, whose }: ImageCheck): string {
  return `  check_sum ${wanted} "$image" || fail "The ${type} of $image is $sum, and ${whose} ${sum}."
`
}
