/** Reads a text aloud in Chinese, where the phone can. */
export function ReadAloud({ text }: { text: string }) {
  if (!('speechSynthesis' in window)) return null;
  const speak = () => {
    const words = new SpeechSynthesisUtterance(text);
    words.lang = 'zh-CN';
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(words);
  };
  return (
    <button type="button" className="read-aloud" onClick={speak}>
      念给我听
    </button>
  );
}
