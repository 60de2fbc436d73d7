package dev.callsheet.render.outbound.gmi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.render.domain.JobStatus;
import dev.callsheet.render.domain.SubmitAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GmiAnswersTest {

    @Test
    void anIdMakesASubmitAccepted() {
        assertThat(submit(200, "{'request_id':'r1','status':'dispatched'}", null))
                .isEqualTo(new SubmitAnswer.Accepted("r1"));
    }

    @ParameterizedTest
    @CsvSource({"200, {}", "200, <html>", "201, '{\"request_id\":\"\"}'", "502, bad gateway", "500, {}", "302, {}"})
    void whatMayHaveBeenTakenIsAmbiguous(int status, String body) {
        assertThat(submit(status, body, null)).isInstanceOf(SubmitAnswer.Ambiguous.class);
    }

    @Test
    void theProvidersOwnWordOnWhenToComeAgainIsKept() {
        assertThat(submit(429, "{'error':'slow down'}", "17"))
                .isEqualTo(new SubmitAnswer.PutOff("429: slow down", Duration.ofSeconds(17)));
        assertThat(submit(503, "{'error':'Upstream capacity temporarily exhausted'}", null))
                .isEqualTo(new SubmitAnswer.PutOff("503: Upstream capacity temporarily exhausted", null));
    }

    @Test
    void withoutCreditsNothingGoesThrough() {
        assertThat(submit(402, "{'error':'Insufficient credits.'}", null)).isInstanceOf(SubmitAnswer.Closed.class);
    }

    @Test
    void aRefusalIsForGoodEvenIfWrapped() {
        assertThat(submit(400, "{'error':{'message':'missing prompt'}}", null))
                .isEqualTo(new SubmitAnswer.Refused("provider.refused", "400: missing prompt"));
        assertThat(submit(500, "{'error':'Backend error (400). Please try again.'}", null))
                .isInstanceOf(SubmitAnswer.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'media_urls':[{'id':'0','url':'https://a/1.mp4'}],'thumbnail_image_url':'https://a/1.png'}",
                "{'video_url':'https://a/1.mp4'}",
                "{'thumbnail_image_url':'https://a/1.mp4'}"
            })
    void allShapesOfAnOutcomeAreRead(String outcome) {
        assertThat(status("{'request_id':'r','status':'success','outcome':" + outcome + "}"))
                .isEqualTo(new JobStatus.Succeeded("https://a/1.mp4"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"null", "{}", "{'media_urls':[]}", "{'thumbnail_image_url':'https://a/1.png'}"})
    void aSuccessMayHaveNoMedium(String outcome) {
        assertThat(status("{'request_id':'r','status':'success','outcome':" + outcome + "}"))
                .isEqualTo(new JobStatus.WithoutMedium());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'status':'failed','outcome':{'error':'no'}} | no",
                "{'status':'failed','error':'no'} | no",
                "{'status':'failed','reason':'no'} | no",
                "{'status':'failed','outcome':{'message':'no'}} | no",
                "{'status':'failed'} | the provider gives no reason"
            })
    void theReasonOfAFailureIsFoundWhereverItStands(String body, String reason) {
        assertThat(status(body)).isEqualTo(new JobStatus.Failed(reason));
    }

    @Test
    void anUnknownWordIsNotTheEnd() {
        assertThat(status("{'status':'PONDERING'}")).isEqualTo(new JobStatus.Running("pondering"));
        assertThat(status("[]")).isEqualTo(new JobStatus.Running(""));
    }

    @Test
    void bothFormsOfTheListAreRead() {
        assertThat(GmiAnswers.jobs(json("{'requests':[{'request_id':'a'},{'request_id':'b'}]}")))
                .hasSize(2);
        assertThat(GmiAnswers.jobs(json("[{'request_id':'a'}]"))).hasSize(1);
        assertThat(GmiAnswers.jobs(json("{}"))).isEmpty();
    }

    private static SubmitAnswer submit(int status, String body, @org.jspecify.annotations.Nullable String retryAfter) {
        return GmiAnswers.submit(status, json(body), retryAfter);
    }

    private static JobStatus status(String body) {
        return GmiAnswers.job(json(body)).status();
    }

    private static JsonNode json(String text) {
        return GmiAnswers.json(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
