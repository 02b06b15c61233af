/** Seconds to dates and back, without a clock. */

/** Seconds since 1970 as `1970-01-01T00:00:00`, in the proleptic Gregorian calendar (Hinnant, days_from_civil). */
export function calendar(seconds: number): string {
  const days = Math.floor(seconds / 86400)
  const time = seconds - days * 86400
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const two = (value: number) => String(value).padStart(2, '0')
  const clock = `${two(Math.floor(time / 3600))}:${two(Math.floor(time / 60) % 60)}:${two(time % 60)}`
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${clock}`
}

/** The other way: seconds since 1970 of `1970-01-01T00:00:00`; undefined for another text. */
export function secondsOf(date: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2}))?$/.exec(date)
  if (match === null) return undefined
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  // Days before the month, counted from March so that the leap day is the last one of its year.
  const shiftedYear = month > 2 ? year : year - 1
  const fromMarch = month > 2 ? month - 3 : month + 9
  const leapDays = Math.floor(shiftedYear / 4) - Math.floor(shiftedYear / 100) + Math.floor(shiftedYear / 400)
  const days = shiftedYear * 365 + leapDays + Math.floor((153 * fromMarch + 2) / 5) + day - 1 - 719468
  return days * 86400 + hours * 3600 + minutes * 60 + seconds
}
