declare const arrows: { forbidden: { name: string }[] };
export default arrows;
