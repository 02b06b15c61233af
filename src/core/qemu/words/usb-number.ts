/** A number of a USB bus or device in decimal, as QEMU reads it; what is no number stays as it is, for QEMU to refuse. */
export function usbNumber(text: string): string {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isSafeInteger(number) ? String(number) : text
}
