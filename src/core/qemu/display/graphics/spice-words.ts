/** Keys of `-spice` whose values are libvirt's own words, on the way there and back. */
export const spiceWords = [
  ['image-compression', 'image'],
  ['jpeg-wan-compression', 'jpeg'],
  ['zlib-glz-wan-compression', 'zlib'],
  ['playback-compression', 'playback'],
  ['streaming-video', 'streaming'],
] as const
