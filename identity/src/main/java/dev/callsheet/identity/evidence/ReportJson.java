package dev.callsheet.identity.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.callsheet.contracts.Json;
import dev.callsheet.identity.measure.CampaignReport;
import dev.callsheet.identity.measure.ClipReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A report as a file: UTF-8 JSON, figures with six places, the same report in the same bytes. */
public final class ReportJson {
    private static final int PLACES = 6;

    private final ObjectWriter writer = Json.mapper()
            .rebuild()
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new Rounded())
                    .addSerializer(double.class, new Rounded()))
            .build()
            .writerWithDefaultPrettyPrinter();

    public byte[] write(ClipReport report) {
        return bytes(report);
    }

    public byte[] write(CampaignReport report) {
        return bytes(report);
    }

    private byte[] bytes(Record report) {
        try {
            return writer.writeValueAsBytes(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is always writable", e);
        }
    }

    private static final class Rounded extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (!Double.isFinite(value)) {
                out.writeNull();
                return;
            }
            BigDecimal rounded = BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_EVEN);
            out.writeNumber(
                    rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
        }
    }
}
