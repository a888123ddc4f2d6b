/** The size of a picture with its sides in proportion, none of them longer than `longest`, in whole points. Pure. */
export function sizeWithin({ width, height }, longest) {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
